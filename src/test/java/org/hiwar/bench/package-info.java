/// The benchmarks: plain programs that measure the product beside its peers and write what they saw
/// to bench/results, from which docs/benchmarks.md is printed. Never tests: no figure makes a build
/// fail. Run by `bench/run`.
@NullMarked
package org.hiwar.bench;

import org.jspecify.annotations.NullMarked;
