import type { Line } from './DeskSocket.ts'

/// A line to the desk of whoever is logged in, from what came after `after` of the desk called `desk`.
export function openSocket(desk: string, after: number): Line {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
  const query = `desk=${encodeURIComponent(desk)}&after=${after}`
  return new WebSocket(`${scheme}://${location.host}/api/desk/socket?${query}`) as Line
}
