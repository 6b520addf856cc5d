/// Lists, campaigns and previews against a real database.
@NullMarked
package org.hiwar.campaign;

import org.jspecify.annotations.NullMarked;
