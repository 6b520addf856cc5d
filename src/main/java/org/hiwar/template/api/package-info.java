/// What administrators do with templates over HTTP. What agents do with them is desktop's.
@NullMarked
package org.hiwar.template.api;

import org.jspecify.annotations.NullMarked;
