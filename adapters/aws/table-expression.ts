import type { Row } from './table-row.ts';

/** A condition in DynamoDB's grammar with its values; attribute names are given as `#name`. */
export type Condition = { readonly expression: string; readonly values?: Row };
/** Attributes that are null are removed, the others set; attributes that this program does not know stay. */
export type Change = { readonly set: Row; readonly add?: Readonly<Record<string, number>>; readonly condition?: Condition };

/** A condition as the document client wants it; nothing when there is none. */
export const conditionOf = (condition: Condition | undefined) =>
  condition === undefined
    ? {}
    : {
        ConditionExpression: condition.expression,
        ExpressionAttributeNames: namesIn(condition.expression),
        ...(condition.values === undefined ? {} : { ExpressionAttributeValues: { ...condition.values } }),
      };

/** `SET a, REMOVE b, ADD c` with a name for every attribute, because many good names are reserved words. */
export function updateOf({ set, add = {}, condition }: Change) {
  const kept = Object.entries(set).filter(([, value]) => value !== null);
  const gone = Object.entries(set).filter(([, value]) => value === null);
  const parts = [
    kept.length === 0 ? '' : `SET ${kept.map(([name]) => `#${name} = :${name}`).join(', ')}`,
    gone.length === 0 ? '' : `REMOVE ${gone.map(([name]) => `#${name}`).join(', ')}`,
    Object.keys(add).length === 0
      ? ''
      : `ADD ${Object.keys(add)
          .map((name) => `#${name} :${name}`)
          .join(', ')}`,
  ];
  const expression = parts.filter((part) => part !== '').join(' ');
  const values = {
    ...Object.fromEntries(kept.map(([name, value]) => [`:${name}`, value])),
    ...Object.fromEntries(Object.entries(add).map(([name, value]) => [`:${name}`, value])),
    ...condition?.values,
  };
  return {
    UpdateExpression: expression,
    ...(condition === undefined ? {} : { ConditionExpression: condition.expression }),
    ExpressionAttributeNames: namesIn(`${expression} ${condition?.expression ?? ''}`),
    ...(Object.keys(values).length === 0 ? {} : { ExpressionAttributeValues: values }),
  };
}

const namesIn = (expression: string): Record<string, string> =>
  Object.fromEntries([...expression.matchAll(/#(\w+)/g)].map(([name, plain = '']) => [name, plain]));
