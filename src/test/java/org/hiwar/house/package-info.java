/// Tests that hold the house: the drawn package graph, the contract with its tests, the documents
/// that are printed from the code, and what no file of the repository may contain. They look at all
/// of Hiwar and prove none of its promises.
@NullMarked
package org.hiwar.house;

import org.jspecify.annotations.NullMarked;
