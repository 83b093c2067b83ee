import { VIEWER_COOKIE } from '../adapters/aws/environment.ts';

/** Days after which a viewer gives the token again. */
const COOKIE_DAYS = 90;

/**
 * The program that CloudFront runs at its edge before each request: it lets in who has the viewers' token and refuses the rest there, so that
 * strangers start no Lambda. It knows the token by its SHA-256 only; without one it lets nobody in. `?token=...` is changed for a cookie at
 * once, so that the token stays in no address, and the cookie goes no further, so that all viewers share what is cached.
 */
export const viewerGateCode = (tokenHash: string | null): string => `
var crypto = require('crypto');
var WANTED = ${JSON.stringify(tokenHash ?? '')};
var COOKIE = ${JSON.stringify(VIEWER_COOKIE)};

function isToken(given) {
  return given !== undefined && WANTED !== '' && crypto.createHash('sha256').update(given.value).digest('hex') === WANTED;
}

function handler(event) {
  var request = event.request;
  var given = request.querystring.token;
  if (isToken(given)) return letIn(given.value);
  if (!isToken(request.cookies[COOKIE])) return refuse();
  delete request.cookies[COOKIE];
  return request;
}

function letIn(token) {
  return {
    statusCode: 303,
    statusDescription: 'See Other',
    headers: { location: { value: '/' }, 'cache-control': { value: 'no-store' } },
    cookies: (function () {
      var cookies = {};
      cookies[COOKIE] = { value: token, attributes: 'Path=/; Max-Age=${COOKIE_DAYS * 86_400}; HttpOnly; Secure; SameSite=Lax' };
      return cookies;
    })(),
  };
}

function refuse() {
  return {
    statusCode: 403,
    statusDescription: 'Forbidden',
    headers: { 'content-type': { value: 'text/plain; charset=utf-8' }, 'cache-control': { value: 'no-store' } },
    body: { encoding: 'text', data: 'This page needs the token that its owner has: open it as https://.../?token=TOKEN\\n' },
  };
}
`;
