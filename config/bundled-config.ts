import { type CheckedConfig, checkConfig } from './check-config.ts';
import feeds from './feeds.json' with { type: 'json' };
import overlay from './leaders.json' with { type: 'json' };
import settings from './settings.json' with { type: 'json' };

/** The config as it was at build time: a Lambda bundle has no folder to read from. */
export const bundledConfig = (): CheckedConfig => checkConfig({ settings, feeds, overlay });
