"""Chapter 2, data: from AnnData and files to minibatches; splits, streaming, writing, quality."""
