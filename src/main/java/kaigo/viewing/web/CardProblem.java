package kaigo.viewing.web;

import kaigo.screens.ScreenText;

/** カードを読み取れない理由 that the page's script finds out by itself (static/card.js); the others the server tells. */
public enum CardProblem {
    /** Nobody answers at the bridge's address, or it does not let this page ask. */
    NO_BRIDGE,
    /** The browser does not let this page ask its own machine. */
    FORBIDDEN,
    NO_CARD,
    /** 資格確認アプリ. */
    APP_AWAY,
    /** The bridge answers what no contract says. */
    ODD_READER,
    /** The challenge is over. */
    OVER,
    SIGNED_OUT,
    /** Our own server does not answer. */
    NO_SERVER;

    public String title() {
        return ScreenText.text("cardReading." + this);
    }

    public String remedy() {
        return ScreenText.text("cardReading." + this + ".next");
    }
}
