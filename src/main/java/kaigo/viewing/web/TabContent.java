package kaigo.viewing.web;

import java.time.LocalDate;
import kaigo.viewing.PersonFiles.Leaf;
import kaigo.viewing.Tab;
import org.jspecify.annotations.Nullable;

/** What a tab says of the records that are shown. */
final class TabContent {

    private TabContent() {}

    static @Nullable Object of(Tab tab, Leaf leaf, TabChoice choice, LocalDate today) {
        return switch (tab) {
            case CARDS -> CardsView.of(leaf, today);
            case CERTIFICATION -> CertificationView.of(leaf, choice);
            case PROGRESS -> ProgressView.of(leaf, today);
            case FILING -> FilingView.of(leaf);
            case LIFE -> LifeView.of(leaf);
            case BENEFITS -> BenefitsView.of(leaf, today);
            case CARE_PLANS -> PlansView.of(leaf, choice.month());
            case CONSENT -> leaf.consent().map(ConsentView::of).orElse(null);
            case ONLOOKERS -> null;
        };
    }
}
