import { Hono } from 'hono'
import { html } from 'hono/html'
import { secureHeaders } from 'hono/secure-headers'
import type { ServiceEnv } from '../middleware/service.ts'
import { described } from '../openapi/described.ts'
import { textRoutes } from '../openapi/text-routes.ts'

/** `GET /docs`: the OpenAPI document as a page. What it loads lies in the static assets: it needs no other host. */
export const docsRoute = () =>
  new Hono<ServiceEnv>().get(
    '/',
    described(textRoutes().docs),
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    }),
    (context) => context.html(page()),
  )

const page = () => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Runnel: the service</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/docs/swagger-ui.css">
</head>
<body>
<div id="ui"><a href="/openapi.json">The OpenAPI document</a></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`
