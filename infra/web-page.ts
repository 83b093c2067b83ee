import {
  AllowedMethods,
  CacheCookieBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  PriceClass,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { FunctionUrlOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { FunctionUrl } from 'aws-cdk-lib/aws-lambda';
import { CfnOutput, Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { PipelineFunction } from './pipeline-function.ts';
import { viewerGateCode } from './viewer-gate.ts';

/**
 * CloudFront before the query function: reading only, signed by CloudFront (nobody else reaches the function without AWS credentials),
 * one token for all viewers, which is checked at the edge.
 */
export function createWebPage(scope: Construct, functions: readonly PipelineFunction[], viewerHash: string | null): Distribution {
  const url = functions.find(({ row }) => row.name === 'query')?.node.findChild('Url');
  if (!(url instanceof FunctionUrl)) throw new Error('the page needs the query function and its URL');
  const cachePolicy = new CachePolicy(scope, 'PageCache', {
    minTtl: Duration.seconds(0),
    defaultTtl: Duration.seconds(0),
    maxTtl: Duration.days(1),
    cookieBehavior: CacheCookieBehavior.none(),
    queryStringBehavior: CacheQueryStringBehavior.all(),
    enableAcceptEncodingBrotli: true,
    enableAcceptEncodingGzip: true,
  });
  const gate = new EdgeFunction(scope, 'ViewerGate', {
    code: FunctionCode.fromInline(viewerGateCode(viewerHash)),
    runtime: FunctionRuntime.JS_2_0,
    comment: 'lets in who has the token of the viewers',
  });
  const page = new Distribution(scope, 'Page', {
    comment: 'Summitwire: the page for viewers with the token',
    defaultBehavior: {
      origin: FunctionUrlOrigin.withOriginAccessControl(url),
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      functionAssociations: [{ function: gate, eventType: FunctionEventType.VIEWER_REQUEST }],
      cachePolicy,
      responseHeadersPolicy: ResponseHeadersPolicy.SECURITY_HEADERS,
    },
    httpVersion: HttpVersion.HTTP2_AND_3,
    priceClass: PriceClass.PRICE_CLASS_100,
  });
  new CfnOutput(scope, 'PageUrl', { value: `https://${page.distributionDomainName}/` });
  return page;
}
