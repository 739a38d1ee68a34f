// Who works with arrays works with vectors too: one import gives both.
@_exported public import SoftmaxCore
