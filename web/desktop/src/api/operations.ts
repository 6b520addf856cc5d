import type { Paths as paths } from '../writing/wire.ts'

/// What the server's description says of a call, as types: which addresses there are, what goes there, what comes back.

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/// The addresses that answer to a method, with the ids they hold in braces.
export type Address<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<Lowercase<M>, object> ? P : never
}[keyof paths]

type Operation<M extends Method, P extends keyof paths> = paths[P] extends Record<Lowercase<M>, infer O> ? O : never

/// The ids of the address, the query and the body: those that the operation has.
export type Given<M extends Method, P extends keyof paths> = Ids<Operation<M, P>> &
  Query<Operation<M, P>> &
  Body<Operation<M, P>>

/// An id that is a number may be written as text, as it stands in the address.
type Ids<O> = O extends { readonly parameters: { readonly path: infer T } }
  ? { readonly path: { readonly [K in keyof T]: T[K] extends number ? T[K] | string : T[K] } }
  : unknown
type Query<O> = O extends { readonly parameters: { readonly query?: infer T extends object } } ? { readonly query?: T } : unknown
type Body<O> = O extends { readonly requestBody: { readonly content: Json<infer T> } } ? { readonly body: T } : unknown

export type Answered<M extends Method, P extends keyof paths> =
  Operation<M, P> extends { readonly responses: infer R }
    ? { [S in keyof R]: S extends 200 | 201 | 204 ? Content<R[S]> : never }[keyof R]
    : never

type Content<R> = R extends { content: Json<infer T> } ? T : void

interface Json<T> {
  readonly 'application/json': T
}
