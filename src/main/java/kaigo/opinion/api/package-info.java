/** 主治医意見書とその請求書 by an institution's software (contract: openapi/sending-v1.yaml). */
@NullMarked
package kaigo.opinion.api;

import org.jspecify.annotations.NullMarked;
