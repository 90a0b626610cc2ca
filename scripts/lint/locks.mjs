// What stock ESLint can hold of "permission as a value" and of the other rules that are about syntax. Each entry is a
// list for `no-restricted-syntax`; a file gets the lists that its place calls for.

const actors = '/^(Rater|Inspector|Admin|Actor)$/'
const castMessage =
  'An actor is made in lib/server alone, after a look into the database. Take it as an argument instead of casting.'

/** Fields stand on lines of their own; what is spread is a value, not a literal. */
export const plainLiterals = {
  selector:
    ':matches(ObjectExpression, ArrayExpression) > SpreadElement > :matches(ObjectExpression, ArrayExpression), JSXSpreadAttribute > ObjectExpression',
  message: 'Write the fields themselves instead of spreading a literal.',
}

export const castBan = [
  { selector: `TSAsExpression > TSTypeReference > Identifier[name=${actors}]`, message: castMessage },
  { selector: `TSTypeAssertion > TSTypeReference > Identifier[name=${actors}]`, message: castMessage },
  {
    selector: `TSAsExpression > TSTypeReference > TSQualifiedName[right.name=${actors}]`,
    message: castMessage,
  },
  { selector: `TSAsExpression > TSImportType[qualifier.name=${actors}]`, message: castMessage },
]

/** Every export of the file is `export const name = wrapper(…)`, the wrapper being one of lib/server's. */
function everyExportWrapped(wrappers, message) {
  const exported = 'ExportNamedDeclaration > VariableDeclaration > VariableDeclarator'
  const isWrapper = `[init.callee.name=/^(${wrappers.join('|')})$/]`
  return [
    { selector: 'ExportNamedDeclaration[declaration=null]', message },
    { selector: 'ExportAllDeclaration', message },
    { selector: 'ExportDefaultDeclaration', message },
    { selector: 'ExportNamedDeclaration > :matches(FunctionDeclaration, ClassDeclaration)', message },
    { selector: `${exported}:not(${isWrapper})`, message },
    // A wrapper is imported from lib/server, and nothing else may go by its name.
    {
      selector: `:matches(FunctionDeclaration, VariableDeclarator)[id.name=/^(${wrappers.join('|')})$/]`,
      message,
    },
    {
      selector: `ImportDeclaration[source.value!=/^@.lib.server./] > ImportSpecifier[local.name=/^(${wrappers.join('|')})$/]`,
      message,
    },
  ]
}

export const actionsWrapped = everyExportWrapped(
  ['raterAction', 'inspectorAction', 'adminAction', 'ownAction'],
  'Each export of actions.ts is raterAction(schema, run), inspectorAction(…), adminAction(…) or ownAction(…): who is asking comes first.',
)

export const endpointsWrapped = everyExportWrapped(
  ['raterEndpoint', 'inspectorEndpoint', 'adminEndpoint', 'publicEndpoint'],
  'Each export of route.ts is raterEndpoint(…), inspectorEndpoint(…), adminEndpoint(…) or publicEndpoint(…): who is asking comes first.',
)

/** Signing in answers through next-auth; its route hands over to the one endpoint that lib/server made for it. */
export const signInWrapped = [
  {
    selector: 'ExportNamedDeclaration > VariableDeclaration > VariableDeclarator[init.name!="authEndpoint"]',
    message: 'The sign-in route exports authEndpoint from lib/server and nothing else.',
  },
  {
    selector:
      ':matches(ExportAllDeclaration, ExportDefaultDeclaration, ExportNamedDeclaration > FunctionDeclaration)',
    message: 'The sign-in route exports authEndpoint from lib/server and nothing else.',
  },
]

export const serverActionsInPlace = [
  {
    selector: "ExpressionStatement[directive='use server']",
    message: 'A server action is a door: it lives in an actions.ts, where it is wrapped.',
  },
]

/** A page of a role asks for that role itself; neither proxy.ts nor a layout guards it. */
export const pageAsks = (require) => [
  {
    selector: `Program:not(:has(CallExpression[callee.name='${require}']))`,
    message: `A page here calls ${require}() itself before it reads anything; layouts and proxy.ts are no guards.`,
  },
]

export const settingsInOnePlace = [
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'lib/env.ts is the only reader of process.env: settings are read once and checked at boot.',
  },
]

const pure =
  'Pure code takes `now: Date` and `random: () => number` as arguments, so that the same input gives the same output.'

export const noClockNoDice = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: pure },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: pure },
  { selector: "CallExpression[callee.object.name='performance']", message: pure },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: pure },
  { selector: "MemberExpression[object.name='crypto']", message: pure },
]
