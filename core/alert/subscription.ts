/** Ways out. Each is one adapter and one row in core/alert/channel.ts. */
export const CHANNELS = ['terminal', 'email', 'sms', 'https', 'sqs', 'lambda', 'firehose', 'smtp', 'webhook', 'slack'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Quiet hours hold delivery, never evaluation. Local times "HH:MM" in an IANA zone; may span midnight. */
export type QuietHours = { readonly from: string; readonly to: string; readonly zone: string };

/** Immediately, or gathered: `daily` goes at a local time. */
export type Rhythm =
  | { readonly kind: 'immediate' }
  | { readonly kind: 'hourly' }
  | { readonly kind: 'daily'; readonly at: string; readonly zone: string };

/** A person's standing request for alerts. */
export type Subscription = {
  readonly id: string;
  readonly channel: Channel;
  /** Address of the person: mail, phone in E.164, URL, ARN; '' for the terminal. Never logged. */
  readonly to: string;
  /** In the one filter grammar; '' = major developments of the watch list. */
  readonly filter: string;
  readonly rhythm: Rhythm;
  readonly quietHours: QuietHours | null;
  /** SMS may be marked before it is published: a crash may lose one, never double it. */
  readonly isAtMostOnce: boolean;
  readonly createdAt: string;
  readonly state: 'pending' | 'confirmed' | 'deleted';
  /** On AWS: the topic that carries it, its place among the alert topics from 0 (each carries 200); absent = the first. */
  readonly topic?: number;
};
