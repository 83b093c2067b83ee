import type { Command } from './command.ts';
import { listingCommand } from './listing/listing-command.ts';
import { STORIES } from './listing/rows.ts';

export const command: Command = listingCommand(STORIES);
