package kaigo.api;

/** An operation ends with a system error. Carries nothing of the request. */
public final class ApiRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ApiError error;

    public ApiRefusal(ApiError error) {
        super(error.name(), null, false, false);
        this.error = error;
    }

    public ApiError error() {
        return error;
    }
}
