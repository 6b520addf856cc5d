package org.hiwar.desktop.wire;

/// An account of ours on a channel. `address` is what customers see.
public record AccountName(String id, String name, String address) {}
