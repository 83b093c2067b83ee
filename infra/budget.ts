import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import type { Construct } from 'constructs';

/** A budget of the account: AWS updates it about three times a day, so it is a smoke detector, no fuse. */
export function createBudget(scope: Construct, { usd, email }: { readonly usd: number; readonly email: string }): void {
  const subscribers = [{ subscriptionType: 'EMAIL', address: email }];
  new CfnBudget(scope, 'Budget', {
    budget: { budgetType: 'COST', timeUnit: 'MONTHLY', budgetLimit: { amount: usd, unit: 'USD' } },
    notificationsWithSubscribers: [
      { notification: { notificationType: 'ACTUAL', comparisonOperator: 'GREATER_THAN', threshold: 80 }, subscribers },
      { notification: { notificationType: 'FORECASTED', comparisonOperator: 'GREATER_THAN', threshold: 100 }, subscribers },
    ],
  });
}
