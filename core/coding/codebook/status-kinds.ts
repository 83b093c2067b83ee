import type { Form, Status } from './coded-item.ts';

/** A contact with such a status lies before us. */
export const AHEAD: ReadonlySet<Status> = new Set(['possible', 'willing', 'proposed', 'agreed', 'scheduled']);
/** It has begun, or is over. */
export const DONE: ReadonlySet<Status> = new Set(['held', 'underway']);
/** It has taken place, takes place or is to. */
export const DONE_OR_SET: ReadonlySet<Status> = new Set(['held', 'underway', 'scheduled']);
/** It was to be, or might have been, and is not. */
export const OFF: ReadonlySet<Status> = new Set(['postponed', 'cancelled', 'declined']);
/** Forms that have no place. */
export const REMOTE: ReadonlySet<Form> = new Set(['phone', 'video', 'letter']);
