/** dynalite has no types of its own: the part of it that we use. */
declare module 'dynalite' {
  import type { Server } from 'node:http';

  type Options = { readonly path?: string; readonly createTableMs?: number };
  export default function dynalite(options?: Options): Server;
}
