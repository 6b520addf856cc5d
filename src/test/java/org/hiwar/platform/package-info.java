@org.jspecify.annotations.NullMarked
package org.hiwar.platform;
