package org.hiwar.campaign.list;

/// Which keys of a file have come already, in a fixed space (a Bloom filter): *no* is certain,
/// *yes* is to be looked up. Of a million keys a few hundred are looked up in vain, of ten million
/// one in ten; of many more most, which then takes as long as if there were no such filter.
final class SeenKeys {
  private static final int BITS = 1 << 25;
  private static final int PROBES = 4;

  private final long[] words = new long[BITS / Long.SIZE];

  /// Whether the key of this hash may have come before; from now on it has.
  boolean add(int hash) {
    long mixed = mix(hash);
    int step = (int) (mixed >>> 32) | 1;
    int at = (int) mixed;
    boolean seen = true;
    for (int i = 0; i < PROBES; i++, at += step) {
      int bit = at & BITS - 1;
      long mask = 1L << bit;
      seen &= (words[bit >>> 6] & mask) != 0;
      words[bit >>> 6] |= mask;
    }
    return seen;
  }

  /// Spreads what differs in few bits (the finalizer of MurmurHash3).
  private static long mix(int hash) {
    long mixed = hash * 0x9e3779b97f4a7c15L;
    mixed = (mixed ^ mixed >>> 33) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ mixed >>> 33;
  }
}
