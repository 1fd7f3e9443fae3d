// Univer's CommonJS build requires lodash-es, some 600 files of ES modules: jest gets lodash itself, the same functions.
jest.mock("lodash-es", () => jest.requireActual<object>("lodash"));
