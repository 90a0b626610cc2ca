#!/usr/bin/env node
// Prisma's CLI wants a native schema engine that it downloads at first use. This program speaks the same protocol and
// carries the same engine as WebAssembly from npm, so that installs work in closed networks too: docs/decisions.
// The CLI finds it through PRISMA_SCHEMA_ENGINE_BINARY.
import { readCommandLine } from './schema-engine/command-line.mjs'
import { runDatabaseCommand } from './schema-engine/database-commands.mjs'
import { engineVersion, openEngine } from './schema-engine/engine.mjs'
import { answerRequests } from './schema-engine/requests.mjs'

const { wantsVersion, databaseCommand, url, datamodels } = readCommandLine(process.argv.slice(2))

if (wantsVersion) console.log(`schema-engine-cli ${await engineVersion()}`)
else if (databaseCommand) process.exitCode = await runDatabaseCommand(databaseCommand, url)
else await answerRequests({ url, engine: () => openEngine({ url, datamodels }) })
