package kaigo.intake.api;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import kaigo.api.ApiError;
import kaigo.api.ApiRefusal;
import kaigo.shared.InsurerNumber;
import org.springframework.stereotype.Component;

/** 同時受付数: one insurer's slow or many senders must not take the others' place. */
@Component
final class ReceptionSlots {

    static final int AT_ONCE = 2;

    private final ConcurrentHashMap<InsurerNumber, Semaphore> slots = new ConcurrentHashMap<>();

    /** @throws ApiRefusal TOO_MANY_RECEPTIONS at once, without waiting */
    <T> T within(InsurerNumber insurer, Supplier<T> reception) {
        Semaphore own = slots.computeIfAbsent(insurer, number -> new Semaphore(AT_ONCE));
        if (!own.tryAcquire()) {
            throw new ApiRefusal(ApiError.TOO_MANY_RECEPTIONS);
        }
        try {
            return reception.get();
        } finally {
            own.release();
        }
    }
}
