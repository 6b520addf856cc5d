package org.hiwar.voice.media.rtp;

/// What one end says about the stream of the other
/// ([RFC 3550](https://www.rfc-editor.org/rfc/rfc3550) section 6.4.1).
///
/// @param ssrc whose stream it is about
/// @param fractionLost in 256ths, since the report before
/// @param lost altogether; below zero with packets that came twice
/// @param highest sequence number with its cycles, 32 bits
/// @param jitter in samples
/// @param lastReport the middle 32 bits of the time in the last sender report, zero for none
/// @param delay since it came, in 65,536ths of a second
public record ReportBlock(
    int ssrc, int fractionLost, int lost, int highest, long jitter, int lastReport, int delay) {}
