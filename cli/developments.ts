import type { Command } from './command.ts';
import { listingCommand } from './listing/listing-command.ts';
import { DEVELOPMENTS } from './listing/rows.ts';

export const command: Command = listingCommand(DEVELOPMENTS);
