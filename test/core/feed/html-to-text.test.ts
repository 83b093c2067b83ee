import { describe, expect, test } from 'vitest';
import { htmlToLine, htmlToText } from '../../../core/feed/html-to-text.ts';

describe('htmlToText', () => {
  test('puts paragraphs on lines of their own and joins what is inline', () => {
    expect(htmlToText('<p>One <b>two</b>\n three&nbsp;four</p><p>Five<br>six</p>')).toBe('One two three four\nFive\nsix');
  });

  test('keeps the lines of text without markup', () => {
    expect(htmlToText('One\n\n  two')).toBe('One\ntwo');
  });

  test('drops scripts, styles and comments with their text', () => {
    expect(htmlToText('a<script>if (a < b) go()</script><style>p { x: y }</style><!-- c > d -->b')).toBe('ab');
  });

  test('drops nothing for an element that never closes', () => {
    expect(htmlToText('a <object data="x"> b <script> c')).toBe('a b c');
  });

  test('resolves references once', () => {
    expect(htmlToText('&lt;b&gt; &amp;amp; caf&eacute; &#8211; &#150; &unknown;')).toBe('<b> &amp; café – – &unknown;');
  });

  test('reads a tag whose attribute holds a greater-than sign', () => {
    expect(htmlToText('<img alt="a > b">word')).toBe('word');
  });
});

describe('htmlToLine', () => {
  test('gives one line', () => {
    expect(htmlToLine(' <p>One</p>\n\t<p>two</p> ')).toBe('One two');
  });

  test('leaves what only looks like markup', () => {
    expect(htmlToLine('I <3 a Map<Key, Value>, x<y & 1 < 2')).toBe('I <3 a Map<Key, Value>, x<y & 1 < 2');
  });

  test('cuts a line that no headline can have', () => {
    expect(htmlToLine('x'.repeat(1_000_000)).length).toBeLessThan(30_000);
  });
});
