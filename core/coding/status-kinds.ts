import type { Form, Status } from './coded-item.ts';

/** A contact with such a status lies before us. */
export const AHEAD: ReadonlySet<Status> = new Set(['possible', 'willing', 'proposed', 'agreed', 'scheduled']);
/** It has begun, or is over. */
export const DONE: ReadonlySet<Status> = new Set(['held', 'underway']);
/** Forms that have no place. */
export const REMOTE: ReadonlySet<Form> = new Set(['phone', 'video', 'letter']);
