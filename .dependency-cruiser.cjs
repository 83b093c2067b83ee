/**
 * The law of the house: which room may look into which, and why. `npm run check:rooms` holds it.
 * Rooms look left and inward only: feed <- coding <- story <- alert <- pipeline; core <- adapters <- functions, cli.
 */
const ROOMS = '^(config|core|data|adapters|functions|cli|infra|test|web|bench)/';

/** The rooms of core/coding in the order in which an item passes through them; each may look only at those before it. */
const CODING = [
  'codebook',
  'facts',
  'words',
  'dates',
  'sentences',
  'lexicon',
  'entities',
  'nuclei',
  'operators',
  'denials',
  'frames',
  'whereabouts',
  'parties',
  'contacts',
];

/** One line per room: who it is, which rooms it may enter, and why. */
const room = (name, from, mayEnter, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: ROOMS, pathNot: mayEnter },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', comment: 'a door opens one way', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-folder-cycles',
      comment: 'rooms of the core never look at each other both ways',
      severity: 'error',
      scope: 'folder',
      from: { path: '^core' },
      to: { circular: true },
    },
    room('feed', '^core/feed/', '^core/feed/', 'a feed knows nothing of what is made of it'),
    room('coding', '^core/coding/', '^(core/(coding|feed)|data)/', 'coding sees items, never stories'),
    ...CODING.map((name, k) =>
      room(
        `coding-${name}`,
        `^core/coding/${name}/`,
        `^(core/feed|data|core/coding/(${CODING.slice(0, k + 1).join('|')}))/`,
        'the coder reads from words outwards: what is inside knows nothing of what is made of it',
      ),
    ),
    room('story', '^core/story/', '^core/(story|coding|feed)/', 'stories are built from coded items'),
    room('alert', '^core/alert/', '^core/(alert|story|coding|feed)/', 'alerts read developments; nothing reads alerts'),
    room('ports', '^core/ports[.]ts$', '^core/(feed|coding|story|alert)/', 'ports speak of what flows through them'),
    room('pipeline', '^core/pipeline/', '^core/', 'a step uses all of the core, and the world only through ports'),
    {
      name: 'data-has-one-reader',
      comment: 'facts enter the core by one room of core/coding, as JSON modules (bundles have no paths)',
      severity: 'error',
      from: { path: '^(core|adapters|functions|cli|infra|web)/', pathNot: '^core/coding/facts/' },
      to: { path: '^data/' },
    },
    room('adapters', '^adapters/', '^(adapters|core)/', 'adapters implement core/ports.ts and know no door'),
    room('functions', '^functions/', '^(functions|adapters|core|config)/', 'handlers parse, wire, call one pipeline function, answer'),
    room('cli', '^cli/', '^(cli|adapters|core|config)/', 'commands wire ports to adapters'),
    room(
      'infra',
      '^infra/',
      '^(infra/|config/|adapters/aws/environment[.]ts$)',
      'infra names function files by path, and the variables by one file',
    ),
    room('config', '^config/', '^config/', 'what an owner edits depends on nothing'),
    room('web', '^web/', '^web/', 'the page knows only the query API'),
    {
      name: 'core-is-pure',
      comment: 'no I/O, no AWS, no environment in the core; pure packages by name',
      severity: 'error',
      from: { path: '^core/' },
      to: {
        dependencyTypes: ['core', 'npm', 'npm-dev'],
        pathNot: [
          'node_modules/(rss-parser|htmlparser2|zod|domhandler|domutils|entities|iconv-lite|feedsmith)/',
          '^(node:)?crypto$',
          // Bytes in, bytes out: some servers pack a body twice.
          '^(node:)?zlib$',
        ],
      },
    },
    {
      name: 'nothing-imports-tests',
      comment: 'tests look at the house, never the other way',
      severity: 'error',
      from: { pathNot: '^(test|bench)/' },
      to: { path: '^(test|bench)/' },
    },
    {
      name: 'no-grab-bags',
      comment: 'a room is named by a noun of the field',
      severity: 'error',
      from: {},
      to: { path: '(^|/)(utils|common|helpers|services|types|shared)/', pathNot: 'node_modules' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // .tsx files belong to the page; the parser here cannot read them, so biome.json holds their law (noRestrictedImports).
    exclude: { path: '^(web/dist|cdk[.]out)/|[.]tsx$' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
