/**
 * Permission as a value: lib/data asks for one of these, and only lib/server/actor.ts and operator.ts make them,
 * after they have looked into the database. Casting to them anywhere else is a lint error.
 */
declare const verified: unique symbol

export type Rater = { readonly id: string; readonly [verified]: 'rater' }
export type Inspector = { readonly id: string; readonly [verified]: 'inspector' }
export type Admin = { readonly id: string; readonly [verified]: 'admin' }
export type Actor = Rater | Inspector | Admin

export type Role = 'rater' | 'inspector' | 'admin'
