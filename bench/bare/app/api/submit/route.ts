import pg from 'pg'
import { submitByStatements, type Bare } from '@/bench/desk/clients'

// The ceiling: a Next route that does nothing but the two statements.
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 5 })

export async function POST(request: Request): Promise<Response> {
  return Response.json(await submitByStatements(pool, (await request.json()) as Bare))
}
