/// What agents do with records, over HTTP.
@NullMarked
package org.hiwar.campaign.preview.api;

import org.jspecify.annotations.NullMarked;
