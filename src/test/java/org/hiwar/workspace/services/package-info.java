@NullMarked
package org.hiwar.workspace.services;

import org.jspecify.annotations.NullMarked;
