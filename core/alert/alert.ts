/** The message made from developments for one subscription. `id` is hashed from them, so a repeat is the same alert. */
export type Alert = {
  readonly id: string;
  readonly subscriptionId: string;
  /** One item's two stories make one message. The first names the alert. */
  readonly developmentIds: readonly string[];
  readonly storyIds: readonly string[];
  readonly kind: 'development' | 'state_of_play' | 'digest' | 'feed_health' | 'correction' | 'test';
  readonly state: 'pending' | 'claimed' | 'sent' | 'suppressed' | 'parked';
  /** ISO: not before. Pending and claimed alerts stand in the work index under it. */
  readonly dueAt: string;
  /** Who holds the lease and until when (ISO), or null. */
  readonly lease: { readonly owner: string; readonly until: string } | null;
  readonly attempts: number;
  readonly createdAt: string;
  readonly sentAt: string | null;
  /** What the channel answered (an SNS message id), or null. */
  readonly receipt: string | null;
  /** Why it was suppressed or parked, or the last error; null otherwise. */
  readonly reason: string | null;
  /** Rendered when it is made, so that what was sent can be read again; `text` is the long form. */
  readonly message: Message;
};

/** Plain text only: no control characters but newlines in `text`, no bidi controls, no markup. */
export type Message = {
  /** At most 99 UTF-16 units, one line, the change first. */
  readonly subject: string;
  readonly text: string;
  /** One GSM-7 part together with the channel's own prefix. */
  readonly sms: string;
  /** For machines: compact, stable keys. */
  readonly json: Readonly<Record<string, unknown>>;
};
