/** 送付箱 by 方式①. */
@NullMarked
package kaigo.outbox.api;

import org.jspecify.annotations.NullMarked;
