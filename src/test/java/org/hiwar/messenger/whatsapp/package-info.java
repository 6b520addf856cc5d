@NullMarked
package org.hiwar.messenger.whatsapp;

import org.jspecify.annotations.NullMarked;
