package kaigo.demo;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import kaigo.demo.DemoPersons.DemoPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** 模擬の読取り機: waits for a card until somebody holds one to it, on the page of the demo. */
@Component
@Profile("demo")
class SimulatedReader {

    enum Outcome {
        CARD,
        /** 取り消された, or none came. */
        NO_CARD,
        /** 資格確認アプリにつながらない. */
        APP_AWAY
    }

    /** @param person whose card it is, if there is one */
    record Held(Outcome outcome, @Nullable DemoPerson person) {
        static Held card(DemoPerson person) {
            return new Held(Outcome.CARD, person);
        }

        static Held none(Outcome why) {
            return new Held(why, null);
        }
    }

    private final AtomicReference<@Nullable CompletableFuture<Held>> waiting = new AtomicReference<>();

    /** There is one reader: whoever waited before waits no more. */
    Held read(Duration patience) {
        CompletableFuture<Held> own = new CompletableFuture<>();
        CompletableFuture<Held> before = waiting.getAndSet(own);
        if (before != null) {
            before.complete(Held.none(Outcome.NO_CARD));
        }
        Held held = own.completeOnTimeout(Held.none(Outcome.NO_CARD), patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        waiting.compareAndSet(own, null);
        return held;
    }

    boolean isWaiting() {
        return waiting.get() != null;
    }

    /** @return false if nobody waits for a card */
    boolean hold(Held held) {
        CompletableFuture<Held> reading = waiting.getAndSet(null);
        return reading != null && reading.complete(held);
    }
}
