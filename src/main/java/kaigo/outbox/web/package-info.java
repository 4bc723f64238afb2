/** 送付箱 by 方式②: the municipality's screen. */
@NullMarked
package kaigo.outbox.web;

import org.jspecify.annotations.NullMarked;
