import { describe, expect, it } from 'vitest';
import { coded } from './reading.ts';

const read = (title: string, text: string | null = null): readonly string[] =>
  coded('2026-03-11', title, text).contacts.map((one) => `${one.parties.join('-')} ${one.status} ${one.level}`);

describe('talks of which only the two states of the item can be the sides', () => {
  it.each([
    // they go on
    ['Norway lifts ban on Peruvian fishmeal, hailing headway in talks', null, 'NO-PE underway envoy'],
    ['Peru offers Norway cod quota in fishery negotiations', null, 'NO-PE underway envoy'],
    ['Seoul imposes duties on Finnish paper despite ongoing talks', null, 'FI-KR underway envoy'],
    ['Thailand shells Cambodian post, rattling ceasefire talks', null, 'KH-TH underway envoy'],
    ['Chad warns Sudan a dam would threaten border talks', null, 'SD-TD underway envoy'],
    ['Serbia jails Kosovo policeman at delicate moment for talks', null, 'RS-XK underway envoy'],
    ['Armenia opens border road to Azerbaijan', 'The move is meant to buy time for negotiations, officials said.', 'AM-AZ underway envoy'],
    ['Ethiopia fills dam despite Egyptian protests', 'The dam is not part of current negotiations, it says.', 'EG-ET underway envoy'],
    ['Peru delays tariff on EU cheese', 'The delay is to leave time for negotiations with the bloc.', 'EU-PE underway envoy'],
    // they are over, to come, or stand still
    ['Brazil buys Argentine wheat after trade talks', null, 'AR-BR held envoy'],
    ['India bars Pakistani planes as peace talks collapse', null, 'IN-PK held envoy'],
    ['Turkey, Greece lift ferry curbs', 'Three days of talks produced an agreement on island traffic.', 'GR-TR held envoy'],
    ['Colombia, Venezuela reopen bridge', 'The step follows negotiations in Havana.', 'CO-VE held envoy'],
    ['Brazil blames Argentina for border chaos', 'It came after months of fruitless negotiations.', 'AR-BR held envoy'],
    ['Taiwan rejects Danish chip offer', 'The minister spoke as she returned from trade talks.', 'DK-TW held envoy'],
    ['Kenya hits Egyptian grain with levy ahead of talks next week', null, 'EG-KE scheduled envoy'],
    ['Israel strikes Lebanon hours before Qatari-mediated truce talks', null, 'IL-LB scheduled envoy'],
    ['India bars Pakistani planes as peace talks stall', null, 'IN-PK postponed envoy'],
    ['Gaza truce talks hosted by Egypt stall as Israel shells Hamas posts', null, 'IL-PS postponed envoy'],
    ["Norway's door to talks always open, Peru hears", null, 'NO-PE willing envoy'],
    ['Israel besieges Hamas posts', 'The premier said he had ordered talks to free the captives.', 'IL-PS proposed envoy'],
  ])('%s', (title, text, expected) => {
    expect(read(title, text)).toEqual([expected]);
  });

  it('say nothing new beside a contact that is told of the two', () => {
    expect(
      read('Peru warns Norway over cod amid trade talks', 'The Peruvian and Norwegian foreign ministers met in Lima on Tuesday.'),
    ).toEqual(['NO-PE held minister']);
  });
});

describe('talks of others', () => {
  it.each([
    ['Exxon in talks over Guyana stake as Venezuela protests', null],
    ['Scholz talks Ukraine', null],
    ['German automaker in merger talks with Japanese rival', null],
    ['Wage negotiations at Air France fail, Spanish flights hit', null],
    ['Debt talks push Argentine bonds higher as Brazil slips', null],
    ['Macron visits pupils', 'Mistrust of London remains over past Sellafield negotiations.'],
    ['Norway and Peru quarrel over cod', 'Chile, too, has left negotiations.'],
  ])('%s', (title, text) => {
    expect(read(title, text)).toEqual([]);
  });
});
