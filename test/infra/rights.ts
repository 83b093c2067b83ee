import { FIREHOSE_TOPIC } from '../functions/aws-stand-in.ts';
import type { Synthesised, Template } from './synth.ts';

export type Statement = {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly effect: string;
  /** Partition keys that it is bound to, as patterns; null: to none. */
  readonly leadingKeys: readonly string[] | null;
};
type Condition = { readonly 'ForAllValues:StringLike'?: { readonly 'dynamodb:LeadingKeys'?: readonly string[] } };

const ACCOUNT = '111122223333';
const REGION = 'eu-central-1';
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

/** What stands for a resource's ARN in the tests. */
function arnOf(id: string, type: string): string {
  if (id.startsWith('Firehose')) return FIREHOSE_TOPIC;
  if (id.startsWith('Table')) return `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/summitwire`;
  if (id.startsWith('Polls')) return `arn:aws:sqs:${REGION}:${ACCOUNT}:polls`;
  return `arn:aws:${type.split('::')[1]?.toLowerCase()}:${REGION}:${ACCOUNT}:${id}`;
}

const PSEUDO: Readonly<Record<string, string>> = { 'AWS::AccountId': ACCOUNT, 'AWS::Region': REGION, 'AWS::Partition': 'aws' };

/** CloudFormation's functions as far as these templates use them. */
export function resolve(value: unknown, here: Template, all: Synthesised): string {
  if (typeof value === 'string') return value;
  const [name, argument] = Object.entries(value as Record<string, unknown>)[0] ?? ['', null];
  if (name === 'Ref') return PSEUDO[String(argument)] ?? arnOf(String(argument), here.Resources[String(argument)]?.Type ?? '');
  if (name === 'Fn::GetAtt') {
    const [id = '', attribute = ''] = argument as string[];
    return `${arnOf(id, here.Resources[id]?.Type ?? '')}${attribute === 'StreamArn' ? '/stream/1' : ''}`;
  }
  if (name === 'Fn::ImportValue') return resolve(exported(String(argument), all.data), all.data, all);
  if (name === 'Fn::Sub')
    return String(argument).replace(/\$\{([^}]+)\}/g, (_, key: string) => PSEUDO[key] ?? arnOf(key, here.Resources[key]?.Type ?? ''));
  if (name === 'Fn::Join') {
    const [mark, parts] = argument as [string, unknown[]];
    return parts.map((part) => resolve(part, here, all)).join(mark);
  }
  throw new Error(`the test does not know ${name}`);
}

function exported(name: string, template: Template): unknown {
  const found = Object.values(template.Outputs).find(({ Export }) => Export?.Name === name);
  if (found === undefined) throw new Error(`nothing is exported as ${name}`);
  return found.Value;
}

/** The statements of a function's own role. */
export function statementsOf(functionId: string, all: Synthesised): readonly Statement[] {
  const { pipeline } = all;
  const roleId = Object.keys(pipeline.Resources).find(
    (id) => id.startsWith(`${functionId}Role`) && pipeline.Resources[id]?.Type === 'AWS::IAM::Role',
  );
  return Object.values(pipeline.Resources)
    .filter(({ Type, Properties }) => Type === 'AWS::IAM::Policy' && JSON.stringify(Properties['Roles']).includes(`"${roleId}"`))
    .flatMap(
      ({ Properties }) =>
        (Properties['PolicyDocument'] as { Statement: { Action: unknown; Resource: unknown; Effect: string; Condition?: Condition }[] })
          .Statement,
    )
    .map(({ Action, Resource, Effect, Condition }) => ({
      effect: Effect,
      leadingKeys: Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'] ?? null,
      actions: list(Action).map(String),
      resources: list(Resource).map((one) => resolve(one, pipeline, all)),
    }));
}

/** Does a right's resource cover one? A star stands for the rest of the name, as in IAM. */
export const covers = (pattern: string, resource: string): boolean =>
  pattern.endsWith('*') ? resource.startsWith(pattern.slice(0, -1)) : pattern === resource;

type Call = { readonly action: string; readonly resources: readonly string[]; readonly leadingKeys?: readonly string[] };

/** May a role with these statements make a call? Every resource that the call touches must be allowed. */
export const mayCall = (statements: readonly Statement[], call: Call): boolean =>
  call.resources.every((resource) =>
    statements.some(
      (one) =>
        one.effect === 'Allow' &&
        one.actions.includes(call.action) &&
        one.resources.some((pattern) => covers(pattern, resource)) &&
        reachesRows(one, call),
    ),
  );

/** Every row that the call touches lies in a partition that the statement is bound to, if it is bound. */
const reachesRows = ({ leadingKeys }: Statement, call: Call): boolean =>
  leadingKeys === null ||
  ((call.leadingKeys ?? []).length > 0 && (call.leadingKeys ?? []).every((key) => leadingKeys.some((pattern) => covers(pattern, key))));

/** Rights of which none of these calls made any use, as "action resource". */
export const unusedRights = (statements: readonly Statement[], calls: readonly Call[]): readonly string[] =>
  statements
    .flatMap(({ actions, resources }) => actions.flatMap((action) => resources.map((resource) => ({ action, resource }))))
    .filter(({ action, resource }) => !calls.some((call) => call.action === action && call.resources.some((one) => covers(resource, one))))
    .map(({ action, resource }) => `${action} ${resource}`);
