import type { CallSound, MicrophoneFailure, SoundEvents } from '../calling';

/** A connection that is interrupted for longer than this is over; shorter gaps mend themselves. Milliseconds. */
const INTERRUPTED = 8_000;

/**
 * The sound of one call: the customer's microphone and what they hear, over a connection to Hiwar's own port. This file is
 * loaded when somebody calls, and not before. Throws a MicrophoneFailure when there is no microphone to be had.
 */
export async function openSound(events: SoundEvents): Promise<CallSound> {
  const microphone = await openMicrophone();
  try {
    return await connect(microphone, events);
  } catch (failure) {
    stop(microphone);
    throw failure;
  }
}

/** Nothing waits for candidates: the server is reachable, and answers wherever a check comes from. */
async function connect(microphone: MediaStream, events: SoundEvents): Promise<CallSound> {
  const connection = new RTCPeerConnection({ bundlePolicy: 'max-bundle', rtcpMuxPolicy: 'require' });
  const [track] = microphone.getAudioTracks();
  const { sender, receiver } = connection.addTransceiver(track ?? 'audio', { direction: 'sendrecv', streams: [microphone] });
  const heard = new Audio();
  heard.srcObject = new MediaStream([receiver.track]);
  const close = () => {
    stop(microphone);
    heard.srcObject = null;
    connection.close();
  };
  const end = watch(connection, close, events);
  await connection.setLocalDescription();
  return {
    offer: connection.localDescription?.sdp ?? '',
    async answer(sdp) {
      await connection.setRemoteDescription({ type: 'answer', sdp });
      // Only the transport tells a farewell from a silence; it is there once the answer was taken.
      const { transport } = sender;
      transport?.addEventListener('statechange', () => transport.state === 'closed' && end(true));
      await heard.play();
    },
    mute: (muted) => {
      if (track) track.enabled = !muted;
    },
    close,
  };
}

/** Tells once that the connection is over without our doing; the answer is for whoever learns of an end elsewhere. */
function watch(connection: RTCPeerConnection, close: () => void, events: SoundEvents): (farewell: boolean) => void {
  let interrupted: ReturnType<typeof setTimeout> | undefined;
  const end = (farewell: boolean) => {
    clearTimeout(interrupted);
    if (connection.signalingState === 'closed') return;
    close();
    events.ended(farewell);
  };
  connection.addEventListener('connectionstatechange', () => {
    clearTimeout(interrupted);
    if (connection.connectionState === 'failed') end(false);
    if (connection.connectionState === 'disconnected') interrupted = setTimeout(() => end(false), INTERRUPTED);
  });
  return end;
}

async function openMicrophone(): Promise<MediaStream> {
  try {
    return await navigator.mediaDevices.getUserMedia({
      audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
    });
  } catch (failure) {
    throw failureOf(failure);
  }
}

function failureOf(failure: unknown): MicrophoneFailure {
  const name = failure instanceof DOMException ? failure.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'MICROPHONE_DENIED';
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'NO_MICROPHONE' : 'MICROPHONE_BUSY';
}

function stop(microphone: MediaStream): void {
  for (const track of microphone.getTracks()) track.stop();
}
