package org.hiwar.voice.sip;

public record TrunkId(long value) {}
