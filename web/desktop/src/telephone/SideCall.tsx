import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useNavigate } from 'react-router'
import type { DeskSnapshot, Id } from '../api/types.ts'
import { sideCallRinging } from './calls.ts'
import { SideCallBar } from './SideCallBar.tsx'

/// The bar of a call with a colleague, once it is more than an offer.
export function SideCall({ snapshot }: { readonly snapshot: DeskSnapshot }) {
  useHandedOver(snapshot)
  useFreshRecents(snapshot)
  const side = snapshot.sideCall
  return side === null || sideCallRinging(snapshot) !== null ? null : <SideCallBar key={side.id} side={side} />
}

/// The end of the one and the beginning of the other may come in two turns.
const TOGETHER_MS = 5_000

/// A customer whose call the colleague has handed over is on the line: the conversation opens.
function useHandedOver({ sideCall, conversations }: DeskSnapshot): void {
  const navigate = useNavigate()
  const about = useRef<{ readonly conversation: Id; readonly until: number } | null>(null)
  const asked = sideCall?.about?.conversation ?? null
  useEffect(() => {
    if (asked !== null) about.current = { conversation: asked, until: Infinity }
    else if (about.current?.until === Infinity) about.current = { ...about.current, until: Date.now() + TOGETHER_MS }
  }, [asked])
  useEffect(() => {
    const before = about.current
    if (before === null || !conversations.some((one) => one.id === before.conversation)) return
    about.current = null
    if (Date.now() < before.until) void navigate(`/conversations/${before.conversation}`)
  }, [asked, conversations, navigate])
}

function useFreshRecents({ sideCall }: DeskSnapshot): void {
  const queries = useQueryClient()
  const over = sideCall === null
  useEffect(() => {
    if (over) void queries.invalidateQueries({ queryKey: ['internal-calls'] })
  }, [queries, over])
}
