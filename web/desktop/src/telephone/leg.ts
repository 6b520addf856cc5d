/// The browser's end of calls: one peer connection, made when the desk opens and kept. It has one transceiver for
/// sound and no track; a call gives it the microphone and takes it away again, and nothing is negotiated anew.

/// How it ended. CLOSED: the server said farewell, because the user's telephone was opened elsewhere or the server
/// stops. LOST: the network, or the server without a word.
export type LegEnd = 'CLOSED' | 'LOST'

export interface Leg {
  /// What is heard; silent while there is no call.
  readonly heard: MediaStreamTrack
  /// Null when nothing is to be sent.
  speak(track: MediaStreamTrack | null): Promise<void>
  close(): void
}

export interface LegEvents {
  readonly connected: () => void
  readonly ended: (how: LegEnd) => void
}

/// Takes an offer to the server and comes back with its answer, both in SDP.
export type Signalling = (offer: string) => Promise<string>

/// A connection that is interrupted for longer than this is made anew; shorter gaps mend themselves.
const INTERRUPTED_MS = 4_000

/// Nothing waits for candidates: the server is reachable and answers wherever a check comes from.
export async function openLeg(signalling: Signalling, events: LegEvents): Promise<Leg> {
  const connection = new RTCPeerConnection({ bundlePolicy: 'max-bundle', rtcpMuxPolicy: 'require' })
  const transceiver = connection.addTransceiver('audio', { direction: 'sendrecv' })
  try {
    await connection.setLocalDescription()
    const answer = await signalling(connection.localDescription?.sdp ?? '')
    await connection.setRemoteDescription({ type: 'answer', sdp: answer })
  } catch (failure) {
    connection.close()
    throw failure
  }
  watch(connection, transceiver, events)
  return {
    heard: transceiver.receiver.track,
    speak: (track) => transceiver.sender.replaceTrack(track),
    close: () => connection.close(),
  }
}

function watch(connection: RTCPeerConnection, transceiver: RTCRtpTransceiver, events: LegEvents): void {
  let interrupted: ReturnType<typeof setTimeout> | undefined
  let over = false
  const end = (how: LegEnd) => {
    clearTimeout(interrupted)
    if (over) return
    over = true
    connection.close()
    events.ended(how)
  }
  const look = () => {
    clearTimeout(interrupted)
    switch (connection.connectionState) {
      case 'connected':
        if (!over) events.connected()
        return
      case 'disconnected':
        interrupted = setTimeout(() => end('LOST'), INTERRUPTED_MS)
        return
      case 'failed':
        return end('LOST')
      case 'closed':
      case 'new':
      case 'connecting':
        return
    }
  }
  connection.addEventListener('connectionstatechange', look)
  // Only the transport tells a farewell from a silence.
  const transport = transceiver.sender.transport
  transport?.addEventListener('statechange', () => {
    if (transport.state === 'closed' && connection.signalingState !== 'closed') end('CLOSED')
    if (transport.state === 'failed') end('LOST')
  })
  look()
}
