import {
  AllowedMethods,
  CacheCookieBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  HttpVersion,
  PriceClass,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { FunctionUrlOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { FunctionUrl } from 'aws-cdk-lib/aws-lambda';
import { CfnOutput, Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { VIEWER_COOKIE, VIEWER_HEADER } from '../adapters/aws/environment.ts';
import type { PipelineFunction } from './pipeline-function.ts';

/**
 * CloudFront before the query function: reading only, signed by CloudFront (nobody else reaches the function without AWS credentials),
 * one token for all viewers, which the function checks. Answers are kept apart by the viewer's cookie.
 */
export function createWebPage(scope: Construct, functions: readonly PipelineFunction[]): Distribution {
  const url = functions.find(({ row }) => row.name === 'query')?.node.findChild('Url');
  if (!(url instanceof FunctionUrl)) throw new Error('the page needs the query function and its URL');
  const cachePolicy = new CachePolicy(scope, 'PageCache', {
    minTtl: Duration.seconds(0),
    defaultTtl: Duration.seconds(0),
    maxTtl: Duration.days(1),
    cookieBehavior: CacheCookieBehavior.allowList(VIEWER_COOKIE),
    queryStringBehavior: CacheQueryStringBehavior.all(),
    enableAcceptEncodingBrotli: true,
    enableAcceptEncodingGzip: true,
  });
  const page = new Distribution(scope, 'Page', {
    comment: 'Summitwire: the page for viewers with the token',
    defaultBehavior: {
      origin: FunctionUrlOrigin.withOriginAccessControl(url, { customHeaders: { [VIEWER_HEADER]: '1' } }),
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy,
      responseHeadersPolicy: ResponseHeadersPolicy.SECURITY_HEADERS,
    },
    errorResponses: [{ httpStatus: 403, ttl: Duration.minutes(1) }],
    httpVersion: HttpVersion.HTTP2_AND_3,
    priceClass: PriceClass.PRICE_CLASS_100,
  });
  new CfnOutput(scope, 'PageUrl', { value: `https://${page.distributionDomainName}/` });
  return page;
}
